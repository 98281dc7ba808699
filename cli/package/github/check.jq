# What `taskdef check --format json` found, as Markdown for a step's summary. Text of a file stands in code only.
include "text";

.files[] as $file
| ($file.findings | group_by(.severity) | map({key: .[0].severity, value: length}) | from_entries) as $counts
| ($file.findings | sort_by(({error: 0, warning: 1})[.severity] // 2, .line)) as $findings
| "### \($file.family // "Task definition" | code): "
  + (if $file.error then "not read"
     elif ($counts.error // 0) > 0 then "\($counts.error) error(s)"
     elif ($counts.warning // 0) > 0 then "\($counts.warning) warning(s)"
     else "ready to register" end) + "\n",
  "\($file.file | code)\n",
  (if $file.error then "> \($file.error.message | cell)\n" else empty end),
  (if ($file.findings | length) > 0 then
    "| line | | what | what to do |\n|--:|---|---|---|",
    ($findings[:50][] | "| \(.line) | \(.severity) | \(.message | cell) (\(.rule | code)) | \(.cure // "" | cell) |"),
    (($file.findings | length) - 50 | if . > 0 then "\nand \(.) more" else empty end),
    ""
  else empty end)
