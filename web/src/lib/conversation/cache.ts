import type { CachePart } from '#lib/graph/cache-part.ts'
import { graphql } from '#lib/graph/graphql.ts'

const ConversationCounts = graphql(`
  fragment ConversationCounts on Viewer {
    conversationTasks {
      invitationsToAnswer
      toPrepare
      toFinalise
    }
  }
`)

export const conversationCache: CachePart = {
  Subscription: {
    ownConversationsChanged: (event, _args, cache) => {
      const { tasks } = event['ownConversationsChanged'] as { tasks?: Record<string, unknown> }
      if (!tasks) return
      const conversationTasks = { __typename: 'ConversationTasks', ...tasks }
      cache.writeFragment(ConversationCounts, { __typename: 'Viewer', conversationTasks } as never)
    },
  },
}
