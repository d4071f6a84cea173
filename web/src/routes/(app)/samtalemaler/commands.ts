import { commands } from '#lib/command/index.ts'
import { graphql } from '#lib/graph/index.ts'
import { Template } from './queries.ts'

const Add = graphql(
  `
    mutation AddConversationTemplate($input: AddConversationTemplateInput!) {
      addConversationTemplate(input: $input) {
        __typename
        ... on AddConversationTemplateSuccess {
          template {
            ...Template
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Template],
)

const Edit = graphql(
  `
    mutation EditConversationTemplate($input: EditConversationTemplateInput!) {
      editConversationTemplate(input: $input) {
        __typename
        ... on EditConversationTemplateSuccess {
          template {
            ...Template
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Template],
)

const Retire = graphql(
  `
    mutation RetireConversationTemplate($input: RetireConversationTemplateInput!) {
      retireConversationTemplate(input: $input) {
        __typename
        ... on RetireConversationTemplateSuccess {
          template {
            ...Template
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Template],
)

const Restore = graphql(
  `
    mutation RestoreConversationTemplate($input: RestoreConversationTemplateInput!) {
      restoreConversationTemplate(input: $input) {
        __typename
        ... on RestoreConversationTemplateSuccess {
          template {
            ...Template
          }
        }
        ... on Refusal {
          code
        }
      }
    }
  `,
  [Template],
)

export const templateCommands = commands({ add: Add, edit: Edit, retire: Retire, restore: Restore })
