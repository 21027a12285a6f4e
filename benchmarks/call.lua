-- SPDX-License-Identifier: Apache-2.0
-- What wrk sends, read from the file that BENCH_REQUEST names: the method and the content type, a line each, and then
-- the requests, which take turns: path, bearer and body, with tabs between. An empty content type, bearer or body is
-- left out.
local lines = {}
for line in io.lines(os.getenv("BENCH_REQUEST")) do
  lines[#lines + 1] = line
end
local requests = {}
local sent = 0

function init(args)
  for i = 3, #lines do
    local path, bearer, body = lines[i]:match("^(.-)\t(.-)\t(.*)$")
    local headers = {}
    if lines[2] ~= "" then
      headers["Content-Type"] = lines[2]
    end
    if bearer ~= "" then
      headers["Authorization"] = "Bearer " .. bearer
    end
    requests[#requests + 1] = wrk.format(lines[1], path, headers, body ~= "" and body or nil)
  end
end

function request()
  sent = sent + 1
  return requests[sent % #requests + 1]
end
