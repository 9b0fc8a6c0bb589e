output "plan_role_arn" {
  description = "role-to-assume of the plan job"
  value       = aws_iam_role.plan.arn
}

output "apply_role_arn" {
  description = "role-to-assume of the apply job"
  value       = aws_iam_role.apply.arn
}
