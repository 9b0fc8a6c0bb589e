# Only the documents, without a provider, so that they can be evaluated anywhere.

locals {
  audience = var.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"

  has_ids = var.organization_id != "" && var.repository_id != ""

  # How sub starts: the classic form, and the immutable one.
  repositories = concat(
    var.classic_subject ? ["repo:${var.organization}/${var.repository}"] : [],
    local.has_ids ? ["repo:${var.organization}@${var.organization_id}/${var.repository}@${var.repository_id}"] : [],
  )

  # The environments whose jobs get these roles. The other roles are for plans.
  environments = {
    apply    = var.environment
    route    = var.route_environment
    withdraw = var.withdraw_environment
  }

  workflow_refs = {
    plan       = var.plan_job_workflow_refs
    apply      = var.apply_job_workflow_refs
    route_plan = var.route_job_workflow_refs
    route      = var.route_job_workflow_refs
    withdraw   = var.route_job_workflow_refs
  }

  environment_subjects = {
    for role, environment in local.environments : role => {
      "${var.issuer}:sub" = [for repository in local.repositories : "${repository}:environment:${environment}"]
    }
  }

  plan_subjects = {
    "${var.issuer}:sub" = flatten([
      for repository in local.repositories : [
        "${repository}:pull_request",
        "${repository}:ref:refs/heads/${var.default_branch}",
        "${repository}:ref:refs/heads/gh-readonly-queue/${var.default_branch}/pr-*",
      ]
    ])
  }

  github_trusts = {
    for role, refs in local.workflow_refs : role => merge(
      {
        StringEquals = merge(
          { "${var.issuer}:aud" = local.audience },
          lookup(local.environment_subjects, role, {}),
          length(refs) > 0 ? { "${var.issuer}:job_workflow_ref" = refs } : {},
        )
      },
      contains(keys(local.environments), role) ? {} : { StringLike = local.plan_subjects },
    )
  }

  github_statements = {
    for role, condition in local.github_trusts : role => {
      Effect = "Allow"
      Principal = {
        Federated = "arn:${var.partition}:iam::${var.account_id}:oidc-provider/${var.issuer}"
      }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = condition
    }
  }

  hub_statements = {
    for role, arn in { plan = var.plan_hub_role_arn, apply = var.apply_hub_role_arn } : role => merge(
      {
        Effect    = "Allow"
        Principal = { AWS = arn }
        Action    = "sts:AssumeRole"
      },
      var.external_id == "" ? {} : { Condition = { StringEquals = { "sts:ExternalId" = var.external_id } } },
    )
  }

  # A rule denies the roles for routes to hubs and members.
  trust_statements = merge(local.github_statements, var.plan_hub_role_arn == "" ? {} : local.hub_statements)

  trust_policies = {
    for role, statement in local.trust_statements : role => jsonencode({ Version = "2012-10-17", Statement = [statement] })
  }

  origin_actions = ["ec2:DescribeIpamResourceDiscoveries", "ec2:GetIpamDiscoveredRoutes"]
  read_actions   = ["ec2:DescribeByoipCidrs", "ec2:DescribeIpamByoasn"]
  read_regions   = concat(var.regions, compact([var.ipam_region]))

  # The resources are not known before the calls, and most calls support only a condition on the Region.
  statements = {
    for name, allowed in {
      read = {
        sid     = "Read"
        actions = concat(local.read_actions, var.allow_disassociate ? local.origin_actions : [])
        regions = local.read_regions
      }
      associate = {
        sid     = "Associate"
        actions = concat(["ec2:AssociateIpamByoasn"], var.allow_disassociate ? ["ec2:DisassociateIpamByoasn"] : [])
        regions = var.regions
      }
      read_routes = {
        sid     = "Read"
        actions = concat(["ec2:DescribeByoipCidrs"], local.origin_actions)
        regions = local.read_regions
      }
      change_routes = {
        sid     = "ChangeRoutes"
        actions = ["ec2:AdvertiseByoipCidr", "ec2:WithdrawByoipCidr"]
        regions = var.regions
      }
      withdraw = {
        sid     = "Withdraw"
        actions = ["ec2:DescribeByoipCidrs", "ec2:WithdrawByoipCidr"]
        regions = var.regions
      }
      } : name => {
      Sid       = allowed.sid
      Effect    = "Allow"
      Action    = allowed.actions
      Resource  = "*"
      Condition = { StringEquals = { "ec2:Region" = allowed.regions } }
    }
  }

  allowed = {
    plan       = [local.statements.read]
    apply      = [local.statements.read, local.statements.associate]
    route_plan = [local.statements.read_routes]
    route      = [local.statements.read_routes, local.statements.change_routes]
    withdraw   = [local.statements.withdraw]
  }

  member_role_arns = {
    plan  = var.plan_member_role_arns
    apply = var.apply_member_role_arns
  }

  policies = {
    for role, statements in local.allowed : role => (
      length(lookup(local.member_role_arns, role, [])) == 0
      ? jsonencode({ Version = "2012-10-17", Statement = statements })
      : jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Sid      = "AssumeMembers"
          Effect   = "Allow"
          Action   = ["sts:AssumeRole"]
          Resource = local.member_role_arns[role]
        }]
      })
    )
  }
}
