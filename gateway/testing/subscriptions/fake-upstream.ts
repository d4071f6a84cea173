import type { Lease, Upstream, UpstreamSink } from '../../src/subscriptions/upstream/sink.ts'

/** The way to a subgraph in memory: who listens, and what is done with the socket, both in order. */
export class FakeUpstream implements Upstream {
  readonly sinks: UpstreamSink[] = []
  readonly did: (keyof Lease | 'subscribe')[] = []
  isShared = false

  subscribe(sink: UpstreamSink): Lease {
    this.sinks.push(sink)
    this.did.push('subscribe')
    return {
      leave: () => void this.did.push('leave'),
      hold: () => void this.did.push('hold'),
      release: () => void this.did.push('release'),
      isShared: () => this.isShared,
    }
  }
}
