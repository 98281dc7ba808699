//! What there is to learn, in English.

use super::LearnWords;

pub(super) static EN: LearnWords = LearnWords {
    menu: "What there is to learn",
    exercises: "Exercises",
    topics: "Rules by topic",
    by_class: "Rules by what is done",
    first: [
        "Read first",
        "Why AWS refuses what the console shows: nearly always one of these.",
    ],
    mine: ["In your JSON", "What the JSON that you pasted is about."],
    errors: [
        "Errors of AWS",
        "What AWS, its clients and stopped tasks say, what it means and what to do. Errors that a rule prevents \
         stand at that rule.",
    ],
    glossary: [
        "Glossary",
        "Words of AWS and of this page, for those who know Docker.",
    ],
    all: [
        "All rules",
        "What taskdef changes and checks in a task definition, rule by rule.",
    ],
    nothing_mine: "Paste a task definition into Convert, and what it is about is listed here.",
    first_time: "Here for the first time?",
    tour_hint: "An example task definition in ten steps, from the paste to a job that runs.",
    search: "Search",
    search_hint: "A field, a word, a rule, an error, or an auditor’s id such as `ECS.5`.",
    found: "Found",
    rules: |count| match count {
        1 => "1 rule".to_owned(),
        _ => format!("{count} rules"),
    },
    aws_errors: |count| match count {
        1 => "1 error of AWS".to_owned(),
        _ => format!("{count} errors of AWS"),
    },
    fields: |count| match count {
        1 => "1 field".to_owned(),
        _ => format!("{count} fields"),
    },
    terms: |count| match count {
        1 => "1 word".to_owned(),
        _ => format!("{count} words"),
    },
    left_out: |id, by| format!("No rule says what {id} ({by}) asks for."),
    no_such: |name| format!("There is nothing named {name} here."),
    copy_group_link: "Copy the link to this group",
    aws_says: "AWS says",
    also: "Others call it",
    goes: "(the whole line is removed)",
    stays: "(kept as it is, and reported)",
    nothing: "(nothing)",
    told: "What did AWS say?",
    told_hint: "The error, or the whole log with it: names, numbers and request ids don’t matter. Nothing leaves \
                this browser.",
    told_example: "An error occurred (ClientException) when calling the RegisterTaskDefinition operation: …",
    told_found: |count| match count {
        1 => "1 error is known".to_owned(),
        _ => format!("{count} errors are known"),
    },
    told_nothing: "No error that is known here is in this text. Try one sentence of it in the search.",
    in_yours: "In your JSON",
    no_paste: "With a task definition in Convert, the line that it is about would stand here.",
    unread_paste: "Your JSON can’t be read at the moment, so its lines aren’t looked at.",
    no_line: "No line was found in your JSON that it is about.",
    required: "required",
    optional: "optional",
    read_only: "AWS assigns it; it can’t be registered",
    deprecated: "AWS has retired it",
    one_of: "One of",
    exercise: |number| format!("Exercise {number}"),
    kinds: |count| {
        format!("It has {count} kinds of faults. Mend them in the box: each keystroke is checked.")
    },
    your_text: "The task definition, to be mended here",
    mended: |mended, of| match mended {
        1 => format!("1 of {of} is mended"),
        _ => format!("{mended} of {of} are mended"),
    },
    solved: "Done: the checker finds no fault any more.",
    unread: "It can’t be read at the moment",
    is_mended: "mended",
    is_left: "left",
    is_new: "new",
    hint: "Hint",
    solution: "Show a solution",
    again: "Start again",
    bring_back: "Bring back my text",
    next_exercise: "Next exercise",
    more_of_word: "Glossary",
};
