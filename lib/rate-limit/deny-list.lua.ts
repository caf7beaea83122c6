// Adding to a project's deny-list: a sorted set of subjects by the second at which their entry ends.

/** KEYS: the list. ARGV: subject and seconds to live, repeated. An entry is never shortened. */
export const denyListLua = `
local now = tonumber(redis.call('TIME')[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
for i = 1, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], 'GT', now + math.ceil(ARGV[i + 1]), ARGV[i])
end
local last = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
if last[2] then
  redis.call('EXPIREAT', KEYS[1], last[2] + 1)
end
return #ARGV / 2
`;
