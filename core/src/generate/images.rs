//! The two files that tell CodePipeline which image to deploy. They look alike but belong to
//! different actions: `imagedefinitions.json` to the ECS action, `imageDetail.json` to the action
//! that deploys from ECS with CodeDeploy.

use super::error::GenerateError;
use super::generated::Generated;
use super::json::to_json;
use super::scope::Scope;
use super::value::{Entry, Value};
use crate::lang::Localized;
use crate::placeholder::is_placeholder;

/// `imagedefinitions.json`.
///
/// # Errors
/// There is no container, or its image is unknown.
pub(super) fn definitions(scope: &Scope<'_>) -> Result<Generated, GenerateError> {
    let image = Value::List(vec![Entry::element(pushed(scope, "imageUri")?)]);
    Ok(file("imagedefinitions.json", &image, ECS, scope))
}

/// `imageDetail.json`.
///
/// # Errors
/// There is no container, or its image is unknown.
pub(super) fn detail(scope: &Scope<'_>) -> Result<Generated, GenerateError> {
    let image = pushed(scope, "ImageURI")?;
    Ok(file("imageDetail.json", &image, CODE_DEPLOY, scope))
}

fn file(name: &str, value: &Value, who_reads: Localized, scope: &Scope<'_>) -> Generated {
    Generated {
        name: name.to_owned(),
        text: to_json(value),
        notes: vec![who_reads.text(scope.request.lang).to_owned()],
    }
}

/// The container's name and, under this key, the image that was pushed for it.
fn pushed(scope: &Scope<'_>, key: &str) -> Result<Value, GenerateError> {
    let container = scope.container().ok_or(GenerateError::NO_CONTAINER)?;
    let pasted = container
        .image
        .clone()
        .filter(|image| !image.is_empty() && !is_placeholder(image));
    let image = scope
        .request
        .image
        .clone()
        .or(pasted)
        .ok_or(GenerateError::NO_IMAGE)?;
    Ok(Value::Map(vec![
        Entry::member("name", container.name.as_str().into()),
        Entry::member(key, Value::Text(image)),
    ]))
}

const ECS: Localized = Localized {
    en: "CodePipeline's action \"Amazon ECS\" reads this file: it copies the service's running task definition and \
        puts this image in. The taskdef.json of the repository is not read. For a blue/green deployment the file is \
        imageDetail.json.",
    ja: "CodePipeline の「Amazon ECS」アクションが読むファイルです。サービスで実行中のタスク定義をコピーし、この\
        イメージに置き換えます。リポジトリの taskdef.json は使われません。ブルー/グリーンデプロイの場合は \
        imageDetail.json を使います。",
};

const CODE_DEPLOY: Localized = Localized {
    en: "CodePipeline's action \"Amazon ECS (Blue/Green)\" reads this file: its ImageURI goes into taskdef.json in the \
        place of <IMAGE1_NAME>. The action \"Amazon ECS\" reads imagedefinitions.json, and a pipeline of source and \
        build alone reads neither.",
    ja: "CodePipeline の「Amazon ECS (ブルー/グリーン)」アクションが読むファイルです。ImageURI の値が、taskdef.json の \
        <IMAGE1_NAME> の位置に入ります。「Amazon ECS」アクションが読むのは imagedefinitions.json で、ソースとビルド\
        だけのパイプラインではどちらも使われません。",
};
