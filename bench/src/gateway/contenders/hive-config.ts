import { defineConfig } from '@graphql-hive/gateway'

/** The actor token that the load sends is handed on, as the default gateway does in this comparison. */
export const gatewayConfig = defineConfig({
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ 'x-actor': request.headers.get('x-actor') ?? '' }),
  },
  maxTokens: false,
  maxDepth: false,
})
