// The decision as Redis makes it, in one atomic step on Redis time. It says what model.ts says, plus the
// deny-list in front. Lua stands in a TypeScript module because that is the one form that vitest, esbuild
// and Next's bundler all load.
import { clockSlackMicros, leaseSeconds, microsPerSecond } from './model';

/** The first number of a reply is a position in this list. */
export const outcomes = ['allowed', 'rate', 'concurrency', 'revoked'] as const;
const [allowed, rate, concurrency, revoked] = [0, 1, 2, 3];
const leaseMicros = leaseSeconds * microsPerSecond;

/** Keys outlive the moment at which they mean nothing any more, so that rounding cannot cut them short. */
const expirySlackMs = 1_000;

/**
 * KEYS: one for each bucket; the leases, when concurrency is metered; the deny-list, when subjects are given.
 * ARGV: number of buckets; slots in flight (0: not metered); id of the lease to take; rate and burst of each
 * bucket; then the subjects to look for in the deny-list.
 * Reply: `[outcome, micro-tokens left in each bucket…]`, or `[revoked, position of the subject]`.
 *
 * Integers below 2^53 throughout: levels in micro-tokens, times in microseconds, packed as doubles, because
 * Lua would write numbers of 15 digits and more in rounded form.
 *
 * @param clock Lua for `{seconds, microseconds}`; tests put their own
 */
export function tokenBucketLua(clock = "redis.call('TIME')", slackMs = expirySlackMs): string {
  return `
local bucket_count = tonumber(ARGV[1])
local slots = tonumber(ARGV[2])
local first_subject = 4 + 2 * bucket_count

local clock = ${clock}
local now = clock[1] * 1000000 + clock[2]

if #ARGV >= first_subject then
  local expiries = redis.call('ZMSCORE', KEYS[#KEYS], unpack(ARGV, first_subject))
  for i = 1, #expiries do
    if expiries[i] and expiries[i] * 1000000 > now then
      return {${revoked}, i}
    end
  end
end

local outcome = ${allowed}
local stored = redis.call('MGET', unpack(KEYS, 1, bucket_count))
local levels = {}
local rewound = {}
for i = 1, bucket_count do
  local full = ARGV[3 + 2 * i] * 1000000
  local level = full
  if stored[i] then
    local kept, at = struct.unpack('<dd', stored[i])
    local elapsed = now - at
    if elapsed < 0 then
      elapsed = 0
      rewound[i] = true
    end
    level = math.min(full, kept + elapsed * ARGV[2 + 2 * i])
  end
  if level < 1000000 then
    outcome = ${rate}
  end
  levels[i] = level
end

local leases = KEYS[bucket_count + 1]
if outcome == ${allowed} and slots > 0 then
  local held = redis.call('ZCARD', leases)
  if held >= slots then
    -- Expired ones, and ones from a clock that was ahead.
    redis.call('ZREMRANGEBYSCORE', leases, '-inf', now)
    redis.call('ZREMRANGEBYSCORE', leases, string.format('(%.0f', now + ${leaseMicros + clockSlackMicros}), '+inf')
    held = redis.call('ZCARD', leases)
  end
  if held >= slots then
    outcome = ${concurrency}
  else
    redis.call('ZADD', leases, now + ${leaseMicros}, ARGV[3])
    redis.call('PEXPIRE', leases, ${leaseSeconds * 1_000 + slackMs})
  end
end

local reply = {outcome}
for i = 1, bucket_count do
  local level = levels[i]
  if outcome == ${allowed} then
    level = level - 1000000
  end
  -- A denial takes nothing and writes nothing, unless time went back: then refilling starts from here.
  if outcome == ${allowed} or rewound[i] then
    local missing = ARGV[3 + 2 * i] * 1000000 - level
    local expiry = math.ceil(missing / (ARGV[2 + 2 * i] * 1000)) + ${slackMs}
    redis.call('SET', KEYS[i], struct.pack('<dd', level, now), 'PX', expiry)
  end
  reply[i + 1] = level
end
return reply
`;
}
