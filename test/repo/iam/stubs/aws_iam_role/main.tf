# The arguments of the AWS provider's resource that the module uses, and the attributes it reads.

variable "name" {
  type = string
}

variable "description" {
  type = string
}

variable "assume_role_policy" {
  type = string
}

variable "max_session_duration" {
  type = number
}

variable "permissions_boundary" {
  type = string
}

variable "tags" {
  type = map(string)
}

resource "terraform_data" "this" {
  input = {
    name                 = var.name
    description          = var.description
    assume_role_policy   = var.assume_role_policy
    max_session_duration = var.max_session_duration
    permissions_boundary = var.permissions_boundary
    tags                 = var.tags
  }
}

output "name" {
  value = var.name
}

output "arn" {
  value = "arn of ${var.name}"
}
