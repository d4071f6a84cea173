import './queries.ts'
import './mutations/add-delegate.ts'
import './mutations/end-delegation.ts'
