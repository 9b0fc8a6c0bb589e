"""CloudFormation and IAM, emulated by moto.

`render` reads stacks as JSON from stdin (template, account, region, parameters) and prints what
each creates, in its own account. `allow` reads questions (policy, actions, regions) and prints what
moto's policy engine allows of each. `serve` listens on loopback and prints its URL, for the AWS CLI.
"""

import json
import os
import sys

import boto3
from moto import mock_aws
from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.models import ChangeSet
from moto.core.common_models import CloudFormationModel
from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.iam.models import Role, iam_backends
from moto.utilities.utils import get_partition


class OidcProvider(CloudFormationModel):
    """AWS::IAM::OIDCProvider, which moto has in its IAM and not in its CloudFormation."""

    # moto takes the service of a model from the name of its module.
    __module__ = "moto.iam.models"

    @staticmethod
    def cloudformation_name_type():
        return ""

    @staticmethod
    def cloudformation_type():
        return "AWS::IAM::OIDCProvider"

    @classmethod
    def create_from_cloudformation_json(
        cls, resource_name, cloudformation_json, account_id, region_name, **kwargs
    ):
        properties = cloudformation_json["Properties"]
        backend = iam_backends[account_id][get_partition(region_name)]
        made = cls()
        made.physical_resource_id = backend.create_open_id_connect_provider(
            url=properties["Url"],
            thumbprint_list=[],
            client_id_list=properties["ClientIdList"],
            tags=[],
        ).arn
        return made


plain_init = parsing.ResourceMap.__init__


def init_with_partition(self, *args, **kwargs):
    """moto says `aws` for AWS::Partition in every Region."""
    plain_init(self, *args, **kwargs)
    self._parsed_resources["AWS::Partition"] = get_partition(self._region_name)


parsing.ResourceMap.__init__ = init_with_partition

plain_load_conditions = parsing.ResourceMap.load_conditions


def load_conditions_and_rules(self):
    """moto passes over the rules of a template."""
    plain_load_conditions(self)

    def value_of(argument):
        if isinstance(argument, dict) and list(argument) != ["Ref"]:
            raise ValidationError(message=f"a rule may not use {list(argument)}")
        return parsing.clean_json(argument, self._parsed_resources)

    def holds(function):
        [(name, arguments)] = function.items()
        if name == "Fn::And":
            return all(map(holds, arguments))
        if name == "Fn::Or":
            return any(map(holds, arguments))
        if name == "Fn::Not":
            return not holds(arguments[0])
        first, second = map(value_of, arguments)
        if name == "Fn::Equals":
            return first == second
        if name == "Fn::Contains":
            return second in first
        raise ValidationError(message=f"a rule may not use {name}")

    for rule in self._template.get("Rules", {}).values():
        for assertion in rule["Assertions"]:
            if not holds(assertion["Assert"]):
                raise ValidationError(message=assertion["AssertDescription"])


parsing.ResourceMap.load_conditions = load_conditions_and_rules


plain_put_policy = Role.put_policy


def put_policy_as_json(self, policy_name, policy_json):
    """moto keeps the inline policies of a template as Python prints them."""
    text = policy_json if isinstance(policy_json, str) else json.dumps(policy_json)
    plain_put_policy(self, policy_name, text)


Role.put_policy = put_policy_as_json

plain_apply = ChangeSet.apply


def apply_with_outputs(self):
    """moto gives no outputs to a stack that a change set makes."""
    plain_apply(self)
    self.stack.template_dict = self.template_dict
    self.stack.output_map = self.stack._create_output_map()


ChangeSet.apply = apply_with_outputs


def made_by(stack):
    os.environ["MOTO_ACCOUNT_ID"] = stack["account"]
    with mock_aws():
        session = boto3.Session("test", "test", region_name=stack["region"])
        cloudformation = session.client("cloudformation")
        # moto derives the partition from the Region in its address.
        iam = session.client("iam", endpoint_url=f"https://iam.{stack['region']}.amazonaws.com")
        cloudformation.create_stack(
            StackName="byoasn-roles",
            TemplateBody=stack["template"],
            Capabilities=["CAPABILITY_NAMED_IAM"],
            Parameters=[
                {"ParameterKey": key, "ParameterValue": value}
                for key, value in stack["parameters"].items()
            ],
        )
        made = cloudformation.describe_stacks(StackName="byoasn-roles")["Stacks"][0]
        return {
            "status": made["StackStatus"],
            "outputs": {o["OutputKey"]: o["OutputValue"] for o in made.get("Outputs", [])},
            "roles": [role_of(iam, role["RoleName"]) for role in iam.list_roles()["Roles"]],
            "providers": [
                provider_of(iam, provider["Arn"])
                for provider in iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]
            ],
        }


def role_of(iam, name):
    role = iam.get_role(RoleName=name)["Role"]
    return {
        "name": name,
        "arn": role["Arn"],
        "description": role["Description"],
        "maxSessionSeconds": int(role["MaxSessionDuration"]),
        "boundary": role.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn"),
        "tags": {tag["Key"]: tag["Value"] for tag in role.get("Tags", [])},
        "trust": role["AssumeRolePolicyDocument"],
        "policies": [
            iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
            for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]
        ],
        "attached": iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"],
    }


def provider_of(iam, arn):
    provider = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    return {"url": provider["Url"], "clientIds": provider["ClientIDList"]}


def allowed_by(question):
    policy = IAMPolicy(json.dumps(question["policy"]))
    return [
        [action, region]
        for action in question["actions"]
        for region in question["regions"]
        if policy.is_action_permitted(action, incoming_condition_values={"ec2:Region": region})
        == PermissionResult.PERMITTED
    ]


def serve():
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    print(f"http://{host}:{port}", flush=True)
    sys.stdin.read()
    server.stop()


if sys.argv[1] == "render":
    print(json.dumps([made_by(stack) for stack in json.load(sys.stdin)]))
elif sys.argv[1] == "allow":
    print(json.dumps([allowed_by(question) for question in json.load(sys.stdin)]))
else:
    serve()
