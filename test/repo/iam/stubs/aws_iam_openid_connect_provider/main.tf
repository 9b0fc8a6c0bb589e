variable "url" {
  type = string
}

variable "client_id_list" {
  type = list(string)
}

variable "tags" {
  type = map(string)
}

resource "terraform_data" "this" {
  input = {
    url            = var.url
    client_id_list = var.client_id_list
    tags           = var.tags
  }
}
