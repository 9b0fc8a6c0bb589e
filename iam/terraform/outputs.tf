output "plan_role_arn" {
  description = "role-to-assume of the plan job"
  value       = aws_iam_role.plan.arn
}

output "apply_role_arn" {
  description = "role-to-assume of the apply job"
  value       = aws_iam_role.apply.arn
}

output "route_plan_role_arn" {
  description = "role-to-assume of the job that plans routes, null without route_roles"
  value       = try(aws_iam_role.route["route_plan"].arn, null)
}

output "route_role_arn" {
  description = "role-to-assume of the job that changes routes, null without route_roles"
  value       = try(aws_iam_role.route["route"].arn, null)
}

output "withdraw_role_arn" {
  description = "role-to-assume of the job that withdraws, null without route_roles"
  value       = try(aws_iam_role.route["withdraw"].arn, null)
}
