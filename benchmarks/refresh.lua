-- SPDX-License-Identifier: Apache-2.0
-- Refreshes as clients do: each answer's token is the next request's. One connection a thread, one session a connection.
-- BENCH_REQUEST names a file: path, content type, what stands before and after the token in the body, then a token a line.
local lines = {}
for line in io.lines(os.getenv("BENCH_REQUEST")) do
  lines[#lines + 1] = line
end
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("token", lines[4 + threads])
end

function init(args)
  headers = { ["Content-Type"] = lines[2] }
end

function request()
  return wrk.format("POST", lines[1], headers, lines[3] .. token .. lines[4])
end

function response(status, _, body)
  token = body:match('"refresh_token"%s*:%s*"([^"]+)"') or token
end
