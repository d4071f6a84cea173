import { ScopeParts } from '#lib/administration/scope-parts.ts'
import { commands } from '#lib/command/index.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

const Template = graphql(
  `
    fragment Template on ConversationTemplate {
      id
      name
      topics
      origin
      scope {
        ...ScopeParts
      }
      retired
      version
      availableCommands
    }
  `,
  [ScopeParts],
)

/** All templates that the viewer sees, retired ones too, and the scopes in which the viewer may add one. */
export const TemplatesQuery = graphql(
  `
    query ConversationTemplateList {
      conversationTemplates(includeRetired: true) {
        ...Template
      }
      viewer {
        conversationTemplateOffers {
          scope {
            ...ScopeParts
          }
        }
      }
    }
  `,
  [Template, ScopeParts],
)

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

export type TemplateData = ResultOf<typeof Template>
