# The documents alone, without any provider, so that they can be evaluated anywhere.

locals {
  audience = var.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"

  has_ids = var.organization_id != "" && var.repository_id != ""

  # How sub starts: the classic form, and the immutable one.
  repositories = concat(
    var.classic_subject ? ["repo:${var.organization}/${var.repository}"] : [],
    local.has_ids ? ["repo:${var.organization}@${var.organization_id}/${var.repository}@${var.repository_id}"] : [],
  )

  github_trusts = {
    plan = {
      StringEquals = merge(
        { "${var.issuer}:aud" = local.audience },
        length(var.plan_job_workflow_refs) > 0 ? { "${var.issuer}:job_workflow_ref" = var.plan_job_workflow_refs } : {},
      )
      StringLike = {
        "${var.issuer}:sub" = flatten([
          for repository in local.repositories : [
            "${repository}:pull_request",
            "${repository}:ref:refs/heads/${var.default_branch}",
            "${repository}:ref:refs/heads/gh-readonly-queue/${var.default_branch}/pr-*",
          ]
        ])
      }
    }
    apply = {
      StringEquals = merge(
        {
          "${var.issuer}:aud" = local.audience
          "${var.issuer}:sub" = [for repository in local.repositories : "${repository}:environment:${var.environment}"]
        },
        length(var.apply_job_workflow_refs) > 0 ? { "${var.issuer}:job_workflow_ref" = var.apply_job_workflow_refs } : {},
      )
    }
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

  trust_policies = {
    for role in ["plan", "apply"] : role => (
      var.plan_hub_role_arn == ""
      ? jsonencode({ Version = "2012-10-17", Statement = [local.github_statements[role]] })
      : jsonencode({ Version = "2012-10-17", Statement = [local.hub_statements[role]] })
    )
  }

  # The calls support neither resources nor tags, only the Region.
  statements = {
    for sid, allowed in {
      Read = {
        actions = ["ec2:DescribeByoipCidrs", "ec2:DescribeIpamByoasn"]
        regions = concat(var.regions, compact([var.ipam_region]))
      }
      Associate = {
        actions = ["ec2:AssociateIpamByoasn"]
        regions = var.regions
      }
      } : sid => {
      Sid       = sid
      Effect    = "Allow"
      Action    = allowed.actions
      Resource  = "*"
      Condition = { StringEquals = { "ec2:Region" = allowed.regions } }
    }
  }

  allowed = {
    plan  = [local.statements.Read]
    apply = [local.statements.Read, local.statements.Associate]
  }

  member_role_arns = {
    plan  = var.plan_member_role_arns
    apply = var.apply_member_role_arns
  }

  policies = {
    for role, arns in local.member_role_arns : role => (
      length(arns) == 0
      ? jsonencode({ Version = "2012-10-17", Statement = local.allowed[role] })
      : jsonencode({
        Version = "2012-10-17"
        Statement = [{
          Sid      = "AssumeMembers"
          Effect   = "Allow"
          Action   = ["sts:AssumeRole"]
          Resource = arns
        }]
      })
    )
  }
}
