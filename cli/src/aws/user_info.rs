//! Texts that may name a URL, without the user and the password in it.

use taskdef_core::mask::MASK;

/// A text such as an error of the SDK, with what is between its first `://` and its last `@`
/// masked. A password that is not encoded may hold anything, so no sign in it counts as its end.
pub(super) fn mask_user_info(text: &str) -> String {
    let url = text.split_once("://");
    let parts = url.and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?.1)));
    match parts {
        Some((scheme, rest)) => format!("{scheme}://{MASK}@{rest}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::mask_user_info;

    #[test]
    fn no_user_and_no_password_is_left_of_a_url() {
        for user_info in [
            "u:secret",
            "secret",
            "u:sec/r@et",
            "u:sec ret",
            "u:sec`ret",
            "u:s://t",
        ] {
            let masked = mask_user_info(&format!("can't use `http://{user_info}@h:1/a` at all"));
            assert_eq!(masked, "can't use `http://****@h:1/a` at all");
        }
        assert_eq!(mask_user_info("https://h:1/"), "https://h:1/");
        assert_eq!(mask_user_info("a@b: no URL"), "a@b: no URL");
    }
}
