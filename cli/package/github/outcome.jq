# What `taskdef register` or `deploy --format json` did, as Markdown for a step's summary: for each family what changed,
# and what runs it now. Text of others stands in code or is escaped.
include "text";

# `batch:12` of an ARN.
def short: if . == null then "–" else split("/") | last | code end;
def state: gsub("(?<c>[A-Z])"; " \(.c | ascii_downcase)");

def error: "> **\(.operation // "Error" | cell)**: \(.message | cell)"
  + (if .cure then "\n>\n> \(.cure | cell)" else "" end) + "\n",
  (if .statement then "```json\n\(.statement | tojson)\n```\n" else empty end);

def changes: if (.differences | length) == 0 then empty else
  "| what changes | before | after |\n|---|---|---|",
  (.differences[:50][] | "| \(.at | code) | \(.before // "–" | code) | \(.after // "–" | code) |"),
  ((.differences | length) - 50 | if . > 0 then "\nand \(.) more" else empty end),
  "" end;

def moves: if (.services + .starters | length) == 0 then empty else
  "| what runs it | before | now |\n|---|---|---|",
  (.services[] | "| service \(.name | code) | \(.before | short) | \(.state | state)"
    + (if .now then ", to \(.now | short)" else "" end)
    + (if .seconds then " in \(.seconds) s" else "" end)
    + ([.reasons[]?, .error.message // empty] | map("<br>" + cell) | join("")) + " |"),
  (.starters[] | "| \(.kind) \(.rule // .name | code) | \(.before | short) | \(.state | state)"
    + ([.note // empty, .error.message // empty] | map("<br>" + cell) | join("")) + " |"),
  "" end;

if has("families") | not then "### Nothing was done\n", (.error | error), (.others[]? | error) else
  (if .dryRun then "**Dry run: nothing is changed.**\n" else empty end),
  (.families[]
    | "### \(.family | code): \(.before | short) → \(if .revision then .revision | short else .registration end)\n",
      (if .registration == "reused" then "The latest revision says the same.\n" else empty end),
      (if .error then .error | error else empty end),
      changes,
      (if .firstRun then "Run first: \(.firstRun.state | state)"
        + (if .firstRun.task.reason then ", \(.firstRun.task.reason | cell)" else "" end) + "\n" else empty end),
      moves),
  (.unseen[] | "- not looked at: \(cell)"),
  (if .next then "To go on from here:\n\n```sh\n\(.next)\n```\n" else empty end)
end
