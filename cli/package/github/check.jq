# What `taskdef check --format json` found, as Markdown for a step's summary. Text of a file stands in code only.
def cell: tostring | gsub("[\r\n]+"; " ") | gsub("\\|"; "\\|") | gsub("(?<c>[`<>\\[\\]*_])"; "\\\(.c)");
def code: tostring | gsub("[`\r\n]+"; " ") | gsub("\\|"; "\\|") | "`\(.)`";

.files[] as $file
| ($file.findings | group_by(.severity) | map({key: .[0].severity, value: length}) | from_entries) as $counts
| "### \($file.family // "Task definition" | code): "
  + (if $file.error then "not read"
     elif ($counts.error // 0) > 0 then "\($counts.error) error(s)"
     elif ($counts.warning // 0) > 0 then "\($counts.warning) warning(s)"
     else "ready to register" end) + "\n",
  (if $file.error then "> \($file.error.message | cell)\n" else empty end),
  (if ($file.findings | length) > 0 then
    "| line | | what | what to do |\n|--:|---|---|---|",
    ($file.findings[:50][] | "| \(.line) | \(.severity) | \(.message | cell) (\(.rule | code)) | \(.cure // "" | cell) |"),
    (($file.findings | length) - 50 | if . > 0 then "\nand \(.) more" else empty end),
    ""
  else empty end)
