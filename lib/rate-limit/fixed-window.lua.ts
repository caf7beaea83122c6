// A fixed window in Redis: it starts with its first request and is gone when it ends.

/**
 * KEYS: the counter. ARGV: requests in one window; its length in milliseconds.
 * Reply: `[1 when allowed else 0, requests in the window, milliseconds until it ends]`. A denial is not counted.
 */
export const fixedWindowLua = `
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
local allowed = 0
if used < tonumber(ARGV[1]) then
  allowed = 1
  used = redis.call('INCR', KEYS[1])
end
-- Redis keeps a key through the millisecond in which it ends, so that one is counted in.
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  left = ARGV[2] - 1
  redis.call('PEXPIRE', KEYS[1], left)
end
return {allowed, used, left + 1}
`;
