-- SPDX-License-Identifier: Apache-2.0
-- Refreshes as clients do: each answer's token is that session's next request. One connection a thread; the threads
-- share the sessions out, and those of a thread take turns.
-- BENCH_REQUEST names a file: the number of threads, the content type, what stands before and after the token in the
-- body, and then a session a line: path and token, with a tab between.
local lines = {}
for line in io.lines(os.getenv("BENCH_REQUEST")) do
  lines[#lines + 1] = line
end
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  headers = { ["Content-Type"] = lines[2] }
  paths, tokens, turn = {}, {}, 0
  for i = 5 + number, #lines, tonumber(lines[1]) do
    local path, token = lines[i]:match("^(.-)\t(.*)$")
    paths[#paths + 1], tokens[#tokens + 1] = path, token
  end
end

function request()
  turn = turn % #tokens + 1
  return wrk.format("POST", paths[turn], headers, lines[3] .. tokens[turn] .. lines[4])
end

function response(status, _, body)
  tokens[turn] = body:match('"refresh_token"%s*:%s*"([^"]+)"') or tokens[turn]
end
