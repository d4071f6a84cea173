import './queries.ts'
import './subscription.ts'
import './making.ts'
import './mutations.ts'
