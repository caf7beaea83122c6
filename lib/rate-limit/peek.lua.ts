// What token-bucket.lua.ts would find, without taking or writing anything.
import { clockSlackMicros, leaseSeconds, microsPerSecond } from './model';

const latestExpiry = leaseSeconds * microsPerSecond + clockSlackMicros;

/**
 * KEYS: one for each bucket, then the leases. ARGV: rate and burst of each bucket.
 * Reply: `[leases alive, micro-tokens in each bucket…]`.
 */
export const peekLua = `
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local stored = redis.call('MGET', unpack(KEYS, 1, #KEYS - 1))
local reply = {redis.call('ZCOUNT', KEYS[#KEYS], string.format('(%.0f', now), string.format('%.0f', now + ${latestExpiry}))}
for i = 1, #KEYS - 1 do
  local level = ARGV[2 * i] * 1000000
  if stored[i] then
    local kept, at = struct.unpack('<dd', stored[i])
    level = math.min(level, kept + math.max(0, now - at) * ARGV[2 * i - 1])
  end
  reply[i + 1] = level
end
return reply
`;
