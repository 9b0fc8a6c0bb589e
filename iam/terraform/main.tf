data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

module "documents" {
  source = "./modules/documents"

  partition               = data.aws_partition.current.partition
  account_id              = data.aws_caller_identity.current.account_id
  organization            = var.organization
  repository              = var.repository
  organization_id         = var.organization_id
  repository_id           = var.repository_id
  classic_subject         = var.classic_subject
  default_branch          = var.default_branch
  environment             = var.environment
  plan_job_workflow_refs  = var.plan_job_workflow_refs
  apply_job_workflow_refs = var.apply_job_workflow_refs
  regions                 = var.regions
  ipam_region             = var.ipam_region
  allow_disassociate      = var.allow_disassociate
  plan_member_role_arns   = var.plan_member_role_arns
  apply_member_role_arns  = var.apply_member_role_arns
  plan_hub_role_arn       = var.plan_hub_role_arn
  apply_hub_role_arn      = var.apply_hub_role_arn
  external_id             = var.external_id
  route_roles             = var.route_roles
  route_environment       = var.route_environment
  withdraw_environment    = var.withdraw_environment
  route_job_workflow_refs = var.route_job_workflow_refs
  issuer                  = var.issuer
}

locals {
  tags = merge({ github-repository = "${var.organization}/${var.repository}" }, var.tags)

  route_roles = {
    route_plan = { name = var.route_plan_role_name, does = "Plans BYOASN routes for" }
    route      = { name = var.route_role_name, does = "Changes approved BYOASN routes for" }
    withdraw   = { name = var.withdraw_role_name, does = "Withdraws BYOIP CIDRs for" }
  }
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.create_provider ? 1 : 0

  url            = "https://${var.issuer}"
  client_id_list = [module.documents.audience]
  tags           = local.tags
}

resource "aws_iam_role" "plan" {
  name                 = var.plan_role_name
  description          = "Plans BYOASN associations for ${var.organization}/${var.repository}"
  assume_role_policy   = module.documents.plan_trust
  max_session_duration = var.max_session_duration
  permissions_boundary = var.permissions_boundary
  tags                 = local.tags

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "plan" {
  name   = "plan"
  role   = aws_iam_role.plan.name
  policy = module.documents.plan_policy
}

resource "aws_iam_role" "apply" {
  name                 = var.apply_role_name
  description          = "Applies approved BYOASN associations for ${var.organization}/${var.repository}"
  assume_role_policy   = module.documents.apply_trust
  max_session_duration = var.max_session_duration
  permissions_boundary = var.permissions_boundary
  tags                 = local.tags

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "apply" {
  name   = "apply"
  role   = aws_iam_role.apply.name
  policy = module.documents.apply_policy
}

resource "aws_iam_role" "route" {
  for_each = module.documents.route_roles

  name                 = local.route_roles[each.key].name
  description          = "${local.route_roles[each.key].does} ${var.organization}/${var.repository}"
  assume_role_policy   = each.value.trust
  max_session_duration = var.max_session_duration
  permissions_boundary = var.permissions_boundary
  tags                 = local.tags

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "route" {
  for_each = module.documents.route_roles

  name   = replace(each.key, "_", "-")
  role   = aws_iam_role.route[each.key].name
  policy = each.value.policy
}
