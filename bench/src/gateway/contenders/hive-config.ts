interface Propagation {
  readonly request: Request
}

/**
 * For Hive Gateway, which is not installed with this package. The actor token that the load sends is handed on, as the
 * default gateway does in this comparison.
 */
export const gatewayConfig = {
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }: Propagation) => ({
      'x-actor': request.headers.get('x-actor') ?? '',
    }),
  },
  maxTokens: false,
  maxDepth: false,
}
