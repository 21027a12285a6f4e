-- SPDX-License-Identifier: Apache-2.0
-- What wrk sends, read from the file that BENCH_REQUEST names: method, path, content type, bearer and the bodies, a line each,
-- which take turns; an empty line leaves it out.
local lines = {}
for line in io.lines(os.getenv("BENCH_REQUEST")) do
  lines[#lines + 1] = line
end
local headers = {}
if lines[3] ~= "" then
  headers["Content-Type"] = lines[3]
end
if lines[4] ~= "" then
  headers["Authorization"] = "Bearer " .. lines[4]
end
local requests = {}
local sent = 0

function init(args)
  for i = 5, #lines do
    requests[#requests + 1] = wrk.format(lines[1], lines[2], headers, lines[i] ~= "" and lines[i] or nil)
  end
end

function request()
  sent = sent + 1
  return requests[sent % #requests + 1]
end
