import { graphql, type ResultOf } from '#lib/graph/index.ts'

/** The name of a region is asked for beside: it is identity's, and whose a template is has to be known without that. */
const TemplateScope = graphql(`
  fragment TemplateScope on Scope {
    __typename
    ... on Region {
      code
    }
    ... on Enterprise {
      id
      name
    }
  }
`)

export const Template = graphql(
  `
    fragment Template on ConversationTemplate {
      id
      name
      topics
      origin
      scope {
        ...TemplateScope
      }
      retired
      version
      availableCommands
    }
  `,
  [TemplateScope],
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
            ...TemplateScope
          }
        }
      }
      nation {
        regions {
          code
          name
        }
      }
    }
  `,
  [Template, TemplateScope],
)

export type TemplateData = ResultOf<typeof Template>
export type Scope = TemplateData['scope']
export type Region = NonNullable<ResultOf<typeof TemplatesQuery>['nation']>['regions'][number]
