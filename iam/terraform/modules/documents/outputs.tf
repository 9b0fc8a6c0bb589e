output "audience" {
  description = "Audience of the ID tokens"
  value       = local.audience
}

output "plan_trust" {
  description = "Trust policy of the plan role"
  value       = local.trust_policies.plan

  precondition {
    condition     = (var.organization_id == "") == (var.repository_id == "")
    error_message = "Give organization_id and repository_id both, or neither."
  }

  precondition {
    condition     = length(local.repositories) > 0 || var.plan_hub_role_arn != ""
    error_message = "Give organization_id and repository_id, or set classic_subject if the repository sends the classic form of sub."
  }

  precondition {
    condition     = (length(var.plan_member_role_arns) == 0) == (length(var.apply_member_role_arns) == 0)
    error_message = "Give plan_member_role_arns and apply_member_role_arns both, or neither."
  }

  precondition {
    condition     = (var.plan_hub_role_arn == "") == (var.apply_hub_role_arn == "")
    error_message = "Give plan_hub_role_arn and apply_hub_role_arn both, or neither."
  }

  precondition {
    condition     = var.external_id == "" || var.plan_hub_role_arn != ""
    error_message = "external_id needs plan_hub_role_arn and apply_hub_role_arn."
  }

  precondition {
    condition     = !var.route_roles || (length(var.plan_member_role_arns) == 0 && var.plan_hub_role_arn == "")
    error_message = "route_roles trust GitHub directly, in each account. They do not go with plan_member_role_arns or plan_hub_role_arn."
  }

  precondition {
    condition     = length(distinct([var.environment, var.route_environment, var.withdraw_environment])) == 3
    error_message = "environment, route_environment and withdraw_environment must differ."
  }
}

output "apply_trust" {
  description = "Trust policy of the apply role"
  value       = local.trust_policies.apply
}

output "plan_policy" {
  description = "Permissions of the plan role"
  value       = local.policies.plan
}

output "apply_policy" {
  description = "Permissions of the apply role"
  value       = local.policies.apply
}

output "route_roles" {
  description = "Trust policies and permissions of the roles for routes, none without route_roles"
  value = {
    for role in ["route_plan", "route", "withdraw"] : role => {
      trust  = local.trust_policies[role]
      policy = local.policies[role]
    } if var.route_roles
  }
}
