# The documents alone, without any provider, so that they can be evaluated anywhere.

locals {
  audience = var.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"

  has_ids = var.organization_id != "" && var.repository_id != ""

  # How sub starts: the classic form, and the immutable one.
  repositories = concat(
    var.classic_subject ? ["repo:${var.organization}/${var.repository}"] : [],
    local.has_ids ? ["repo:${var.organization}@${var.organization_id}/${var.repository}@${var.repository_id}"] : [],
  )

  trusts = {
    plan = {
      subjects = flatten([
        for repository in local.repositories : [
          "${repository}:pull_request",
          "${repository}:ref:refs/heads/${var.default_branch}",
        ]
      ])
      workflow_refs = var.plan_job_workflow_refs
    }
    apply = {
      subjects      = [for repository in local.repositories : "${repository}:environment:${var.environment}"]
      workflow_refs = var.apply_job_workflow_refs
    }
  }

  trust_policies = {
    for role, trust in local.trusts : role => jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Effect = "Allow"
        Principal = {
          Federated = "arn:${var.partition}:iam::${var.account_id}:oidc-provider/${var.issuer}"
        }
        Action = "sts:AssumeRoleWithWebIdentity"
        Condition = {
          StringEquals = merge(
            {
              "${var.issuer}:aud" = local.audience
              "${var.issuer}:sub" = trust.subjects
            },
            length(trust.workflow_refs) > 0 ? { "${var.issuer}:job_workflow_ref" = trust.workflow_refs } : {},
          )
        }
      }]
    })
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
}
