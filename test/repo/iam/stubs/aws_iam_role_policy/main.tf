variable "name" {
  type = string
}

variable "role" {
  type = string
}

variable "policy" {
  type = string
}

resource "terraform_data" "this" {
  input = {
    name   = var.name
    role   = var.role
    policy = var.policy
  }
}
