/** Counters since start, and what is open now. Plain numbers: read them as they are. */
export interface SubscriptionStats {
  sockets: number
  subscribers: number
  streams: number
  upstreamEvents: number
  duplicates: number
  delivered: number
  resumed: number
  slowConsumers: number
  entityRequests: number
  entityRequestsShared: number
}

export const newStats = (): SubscriptionStats => ({
  sockets: 0,
  subscribers: 0,
  streams: 0,
  upstreamEvents: 0,
  duplicates: 0,
  delivered: 0,
  resumed: 0,
  slowConsumers: 0,
  entityRequests: 0,
  entityRequestsShared: 0,
})
