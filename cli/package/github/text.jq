# Text of others in Markdown: in code, or escaped; what stands between backticks of ours stays code.
def code: tostring | gsub("[`\r\n]+"; " ") | gsub("\\|"; "\\|") | "`\(.)`";
def plain: gsub("\\|"; "\\|") | gsub("(?<c>[`<>\\[\\]*_])"; "\\\(.c)");
def cell: tostring | gsub("[\r\n]+"; " ") | split("`")
  | if length % 2 == 0 then join("`") | plain
    else [to_entries[] | if .key % 2 == 0 then .value | plain elif .value == "" then "" else .value | code end] | add // ""
    end;
