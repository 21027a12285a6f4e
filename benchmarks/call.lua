-- SPDX-License-Identifier: Apache-2.0
-- What wrk sends: one request, over and over, read from the file that BENCH_REQUEST names: method, path, content type,
-- bearer and body, a line each; an empty line leaves it out.
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
local body = lines[5] ~= "" and lines[5] or nil
local request_text

function init(args)
  request_text = wrk.format(lines[1], lines[2], headers, body)
end

function request()
  return request_text
end
