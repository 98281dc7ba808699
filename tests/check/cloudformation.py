"""A task definition as the Properties of an AWS::ECS::TaskDefinition, for cfn-lint."""

# Keys in whose objects the keys are the user's own.
MAPS = {"dockerLabels", "driverOpts", "labels", "options"}

# What CloudFormation does not simply write with a capital letter.
NAMES = {
    "efsVolumeConfiguration": "EFSVolumeConfiguration",
    "fileSystemId": "FilesystemId",
    "iam": "IAM",
}


def template(definition):
    """The template that holds a definition alone."""
    properties = converted(definition)
    return {"Resources": {"Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": properties}}}


def converted(value, own_keys=False):
    if isinstance(value, list):
        return [converted(element) for element in value]
    if isinstance(value, dict):
        return {
            key if own_keys else NAMES.get(key, key[:1].upper() + key[1:]): converted(
                member, key in MAPS and not own_keys
            )
            for key, member in value.items()
        }
    return value
