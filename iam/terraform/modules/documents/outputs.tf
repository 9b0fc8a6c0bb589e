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
    condition     = length(local.repositories) > 0
    error_message = "Without the classic form of sub, the ids are needed."
  }
}

output "apply_trust" {
  description = "Trust policy of the apply role"
  value       = local.trust_policies.apply
}

output "plan_policy" {
  description = "Permissions of the plan role"
  value       = jsonencode({ Version = "2012-10-17", Statement = [local.statements.Read] })
}

output "apply_policy" {
  description = "Permissions of the apply role"
  value       = jsonencode({ Version = "2012-10-17", Statement = [local.statements.Read, local.statements.Associate] })
}
