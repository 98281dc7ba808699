//! CodeDeploy's `taskdef.json`: the registerable task definition, with placeholders for images.

use super::error::GenerateError;
use super::generated::Generated;
use super::scope::Scope;
use crate::convert::Conversion;
use crate::document::Document;
use crate::edit::{ContainerField, Edit};
use crate::lang::Localized;
use crate::outline::Container;
use crate::pasted::Pasted;

pub(super) fn generate(
    conversion: &Conversion,
    scope: &Scope<'_>,
) -> Result<Generated, GenerateError> {
    let container = scope.container().ok_or(GenerateError::NO_CONTAINER)?;
    let result = Pasted::text(&conversion.result);
    // The result of `convert` is readable and contains the container, so this can't fail.
    let template = Document::new(&result, &[placeholder(container)], true)
        .map_err(|_| GenerateError::NO_CONTAINER)?;
    Ok(Generated {
        name: "taskdef.json".to_owned(),
        text: template.to_json(),
        notes: [VALUES, WHAT]
            .map(|words| words.text(scope.request.lang).to_owned())
            .to_vec(),
    })
}

fn placeholder(container: &Container) -> Edit {
    Edit::Container {
        container: Some(container.name.clone()),
        field: ContainerField::Image,
        value: "<IMAGE1_NAME>".to_owned(),
    }
}

const VALUES: Localized = Localized {
    en: "This file holds the values of the environment variables, as CodeDeploy needs them: keep it out of logs.",
    ja: "このファイルには、CodeDeploy が必要とする環境変数の値がそのまま入っています。ログに出さないでください。",
};

const WHAT: Localized = Localized {
    en: "For CodePipeline's action \"Amazon ECS (Blue/Green)\": set Image1ContainerName to IMAGE1_NAME and \
        Image1ArtifactName to the artifact that holds imageDetail.json. The action \"Amazon ECS\" does not read this \
        file, only imagedefinitions.json.",
    ja: "CodePipeline の「Amazon ECS (ブルー/グリーン)」アクション用です。Image1ContainerName に IMAGE1_NAME を、\
        Image1ArtifactName に imageDetail.json のあるアーティファクトを指定してください。「Amazon ECS」アクションは\
        このファイルを読まず、imagedefinitions.json だけを読みます。",
};
