/**
 * Preloaded into a process that plays a container: resolves the names of HOSTS, `{"postgres":"127.0.1.2"}`, to these
 * addresses, as Docker's own name server would.
 */
import dns, { type LookupAddress } from 'node:dns'

const hosts = JSON.parse(process.env['HOSTS'] ?? '{}') as Readonly<Record<string, string>>
const lookup = dns.lookup
type Answer = (error: null, address: string | LookupAddress[], family?: number) => void

Object.assign(dns, {
  lookup(name: string, ...rest: [options: { readonly all?: boolean }, answer: Answer]) {
    const address = hosts[name]
    if (address === undefined) return void Reflect.apply(lookup, dns, [name, ...rest])
    const answer = rest.at(-1) as Answer
    const all = typeof rest[0] === 'object' && rest[0].all
    process.nextTick(() => (all ? answer(null, [{ address, family: 4 }]) : answer(null, address, 4)))
  },
})
