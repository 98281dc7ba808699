//! Encryption in transit of an EFS volume.

use crate::lang::Localized;
use crate::patch::Step;
use crate::tree::NodeRef;

/// The title of the fix that turns it on.
pub(crate) static ENCRYPT: Localized = Localized {
    en: "Encrypt the connection",
    ja: "転送中の暗号化を有効にする",
};

/// The setting that needs it: authorization by IAM, or an access point.
pub(crate) fn asks_for_encryption(efs: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let access = efs.member("authorizationConfig")?;
    let iam = access.member("iam");
    let iam = iam.filter(|iam| iam.string().as_deref() == Some("ENABLED"));
    iam.or_else(|| access.member("accessPointId"))
}

/// The step that turns it on.
pub(crate) fn encrypt(efs: NodeRef<'_>) -> Step {
    let on = "\"ENABLED\"".to_owned();
    match efs.member("transitEncryption") {
        Some(written) => Step::Replace(written.node().origin, on),
        None => Step::Add(efs.node().origin, "transitEncryption", on),
    }
}
