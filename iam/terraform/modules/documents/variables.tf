variable "partition" {
  type = string
}

variable "account_id" {
  type = string
}

variable "organization" {
  type = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", var.organization))
    error_message = "organization must be the name of an organization or user alone, without a slash."
  }
}

variable "repository" {
  type = string

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]{1,100}$", var.repository))
    error_message = "repository must be the name of the repository alone, without its owner."
  }
}

variable "organization_id" {
  type = string

  validation {
    condition     = can(regex("^[0-9]{0,20}$", var.organization_id))
    error_message = "organization_id must be digits, or empty."
  }
}

variable "repository_id" {
  type = string

  validation {
    condition     = can(regex("^[0-9]{0,20}$", var.repository_id))
    error_message = "repository_id must be digits, or empty."
  }
}

variable "classic_subject" {
  type = bool
}

variable "default_branch" {
  type = string

  validation {
    condition     = can(regex("^[A-Za-z0-9._/@#+-]{1,255}$", var.default_branch))
    error_message = "default_branch must be the name of a branch, without refs/heads/."
  }
}

variable "environment" {
  type = string

  validation {
    condition     = can(regex("^([A-Za-z0-9 ._/-]|%3A){1,255}$", var.environment))
    error_message = "environment may have letters, digits, spaces, . _ / - and %3A for a colon."
  }
}

variable "plan_job_workflow_refs" {
  type = list(string)

  validation {
    condition = alltrue([
      for ref in var.plan_job_workflow_refs :
      can(regex("^[A-Za-z0-9_-]+/[A-Za-z0-9._-]+/\\.github/workflows/[A-Za-z0-9._-]+\\.ya?ml@[A-Za-z0-9._/@#+-]+$", ref))
    ])
    error_message = "plan_job_workflow_refs must look like ORG/REPO/.github/workflows/FILE.yml@REF."
  }
}

variable "apply_job_workflow_refs" {
  type = list(string)

  validation {
    condition = alltrue([
      for ref in var.apply_job_workflow_refs :
      can(regex("^[A-Za-z0-9_-]+/[A-Za-z0-9._-]+/\\.github/workflows/[A-Za-z0-9._-]+\\.ya?ml@[A-Za-z0-9._/@#+-]+$", ref))
    ])
    error_message = "apply_job_workflow_refs must look like ORG/REPO/.github/workflows/FILE.yml@REF."
  }
}

variable "regions" {
  type = list(string)

  validation {
    condition = length(var.regions) > 0 && alltrue([
      for region in var.regions : can(regex("^[a-z]{2,4}(-[a-z]+)+-[0-9]+$", region))
    ])
    error_message = "regions must be names of Regions such as us-west-2, one at least."
  }
}

variable "ipam_region" {
  type    = string
  default = ""

  validation {
    condition     = can(regex("^([a-z]{2,4}(-[a-z]+)+-[0-9]+)?$", var.ipam_region))
    error_message = "ipam_region must be the name of a Region such as us-east-1, or empty."
  }
}

variable "allow_disassociate" {
  type = bool
}

variable "plan_member_role_arns" {
  type = list(string)

  validation {
    condition = alltrue([
      for arn in var.plan_member_role_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=.@_/-]+$", arn))
    ])
    error_message = "plan_member_role_arns must be ARNs of roles, or empty."
  }
}

variable "apply_member_role_arns" {
  type = list(string)

  validation {
    condition = alltrue([
      for arn in var.apply_member_role_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=.@_/-]+$", arn))
    ])
    error_message = "apply_member_role_arns must be ARNs of roles, or empty."
  }
}

variable "plan_hub_role_arn" {
  type = string

  validation {
    condition     = can(regex("^(arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+)?$", var.plan_hub_role_arn))
    error_message = "plan_hub_role_arn must be the ARN of a role, or empty."
  }
}

variable "apply_hub_role_arn" {
  type = string

  validation {
    condition     = can(regex("^(arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+)?$", var.apply_hub_role_arn))
    error_message = "apply_hub_role_arn must be the ARN of a role, or empty."
  }
}

variable "external_id" {
  type = string

  validation {
    condition     = can(regex("^$|^[A-Za-z0-9+=,.@:/_-]{2,}$", var.external_id)) && length(var.external_id) <= 1224
    error_message = "external_id must have 2 to 1224 letters, digits and + = , . @ : / _ -, or be empty."
  }
}

variable "route_roles" {
  type = bool
}

variable "route_environment" {
  type = string

  validation {
    condition     = can(regex("^([A-Za-z0-9 ._/-]|%3A){1,255}$", var.route_environment))
    error_message = "route_environment may have letters, digits, spaces, . _ / - and %3A for a colon."
  }
}

variable "withdraw_environment" {
  type = string

  validation {
    condition     = can(regex("^([A-Za-z0-9 ._/-]|%3A){1,255}$", var.withdraw_environment))
    error_message = "withdraw_environment may have letters, digits, spaces, . _ / - and %3A for a colon."
  }
}

variable "route_job_workflow_refs" {
  type = list(string)

  validation {
    condition = alltrue([
      for ref in var.route_job_workflow_refs :
      can(regex("^[A-Za-z0-9_-]+/[A-Za-z0-9._-]+/\\.github/workflows/[A-Za-z0-9._-]+\\.ya?ml@[A-Za-z0-9._/@#+-]+$", ref))
    ])
    error_message = "route_job_workflow_refs must look like ORG/REPO/.github/workflows/FILE.yml@REF."
  }
}

variable "issuer" {
  type = string

  validation {
    condition     = can(regex("^[A-Za-z0-9.-]+(/[A-Za-z0-9._-]+)*$", var.issuer))
    error_message = "issuer must be a host and perhaps a path, without https:// and without a / at the end."
  }
}
