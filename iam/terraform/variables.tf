# modules/documents/variables.tf validates these values.

variable "organization" {
  description = "Owner of the repository, ORG of ORG/REPO, spelled as GitHub spells it."
  type        = string
}

variable "repository" {
  description = "Name of the repository, REPO of ORG/REPO, spelled as GitHub spells it."
  type        = string
}

variable "organization_id" {
  description = "ID of the owner. With both IDs, the roles trust the immutable form of sub."
  type        = string
  default     = ""
}

variable "repository_id" {
  description = "ID of the repository. Give both IDs or none."
  type        = string
  default     = ""
}

variable "classic_subject" {
  description = "Whether the roles trust the classic form of sub, without IDs, which older repositories send."
  type        = bool
  default     = false
}

variable "default_branch" {
  description = "The branch whose pushes, schedules and merge queue get the plan role, like pull requests."
  type        = string
  default     = "main"
}

variable "environment" {
  description = "The GitHub environment whose jobs get the apply role. Write a colon in its name as %3A."
  type        = string
  default     = "byoasn"
}

variable "plan_job_workflow_refs" {
  description = "The only values of job_workflow_ref that get the plan role. Default: all. Not for GovCloud and China, where IAM does not support the claim."
  type        = list(string)
  default     = []
}

variable "apply_job_workflow_refs" {
  description = "The only values of job_workflow_ref that get the apply role; see plan_job_workflow_refs."
  type        = list(string)
  default     = []
}

variable "regions" {
  description = "The Regions in which the CIDRs are provisioned."
  type        = list(string)
}

variable "ipam_region" {
  description = "The home Region of the IPAM, if the input ipam-region is set."
  type        = string
  default     = ""
}

variable "allow_disassociate" {
  description = "Whether the apply role may also disassociate, and both may read origins."
  type        = bool
  default     = false
}

variable "max_session_duration" {
  description = "The longest session in seconds, at least the input role-duration-seconds."
  type        = number
  default     = 3600
}

variable "permissions_boundary" {
  description = "ARN of a permissions boundary for the roles."
  type        = string
  default     = null
}

variable "plan_member_role_arns" {
  description = "For a hub: the plan roles of its members. The roles of a hub can only assume the roles of its members."
  type        = list(string)
  default     = []
}

variable "apply_member_role_arns" {
  description = "For a hub: the apply roles of its members."
  type        = list(string)
  default     = []
}

variable "plan_hub_role_arn" {
  description = "For a member: the plan role of its hub, which it trusts in place of GitHub."
  type        = string
  default     = ""
}

variable "apply_hub_role_arn" {
  description = "For a member: the apply role of its hub."
  type        = string
  default     = ""
}

variable "external_id" {
  description = "For a member: the external ID that the hub must send (input role-external-id)."
  type        = string
  default     = ""
}

variable "plan_role_name" {
  description = "Name of the plan role."
  type        = string
  default     = "byoasn-plan"
}

variable "apply_role_name" {
  description = "Name of the apply role."
  type        = string
  default     = "byoasn-apply"
}

variable "route_roles" {
  description = "Whether to create the three roles for routes."
  type        = bool
  default     = false
}

variable "route_environment" {
  description = "The GitHub environment whose jobs get the route role."
  type        = string
  default     = "byoasn-route"
}

variable "withdraw_environment" {
  description = "The GitHub environment whose jobs get the withdraw role."
  type        = string
  default     = "byoasn-withdraw"
}

variable "route_job_workflow_refs" {
  description = "The only values of job_workflow_ref that get these three roles; see plan_job_workflow_refs."
  type        = list(string)
  default     = []
}

variable "route_plan_role_name" {
  description = "Name of the role that plans routes."
  type        = string
  default     = "byoasn-route-plan"
}

variable "route_role_name" {
  description = "Name of the route role."
  type        = string
  default     = "byoasn-route"
}

variable "withdraw_role_name" {
  description = "Name of the withdraw role."
  type        = string
  default     = "byoasn-withdraw"
}

variable "create_provider" {
  description = "Whether to create the IAM OIDC provider. An account can have only one per issuer."
  type        = bool
  default     = false
}

variable "issuer" {
  description = "GitHub's issuer without https://. On ghe.com: token.actions.SUBDOMAIN.ghe.com. On GitHub Enterprise Server: HOST/_services/token."
  type        = string
  default     = "token.actions.githubusercontent.com"
}

variable "tags" {
  description = "Tags of everything that the module creates."
  type        = map(string)
  default     = {}
}
