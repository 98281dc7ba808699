//! Signs of Windows in a definition that does not name its operating system.

use super::definition::Definition;
use crate::tree::NodeRef;

/// Parts of the names of images for Windows.
const IMAGES: [&str; 5] = [
    "windows",
    "nanoserver",
    "servercore",
    "dotnet/framework",
    "ltsc20",
];

impl Definition<'_> {
    /// Whether it runs on Windows, or anything in it suggests so. On EC2, `runtimePlatform` may be
    /// left out.
    pub(crate) fn may_be_windows(&self) -> bool {
        let credentials = self.all("credentialSpecs");
        self.is_windows()
            || credentials.iter().any(|list| !list.is_leaf())
            || self.all("image").into_iter().any(is_image)
            || self.root.member_elements("volumes").any(is_volume)
            || self
                .root
                .member_elements("placementConstraints")
                .any(is_constraint)
    }
}

fn is_image(image: NodeRef<'_>) -> bool {
    let image = image.string().unwrap_or_default().to_ascii_lowercase();
    IMAGES.iter().any(|part| image.contains(part))
}

fn is_volume(volume: NodeRef<'_>) -> bool {
    volume
        .member("fsxWindowsFileServerVolumeConfiguration")
        .is_some()
}

fn is_constraint(constraint: NodeRef<'_>) -> bool {
    let expression = constraint.member_str("expression").unwrap_or_default();
    expression.to_ascii_lowercase().contains("windows")
}
