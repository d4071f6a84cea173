import { ScopeParts } from '#lib/administration/scope-parts.ts'
import { graphql, type ResultOf } from '#lib/graph/index.ts'

export const Template = graphql(
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

export type TemplateData = ResultOf<typeof Template>
