// What the operations dashboard shows that is put together from several domains.
export {
  listPartners,
  listWaiting,
  showPartner,
  type PartnerForStaff,
  type PartnerListing,
  type RequestForStaff,
  type Waiting,
} from './partners';
export { showPassport, type PassportForStaff } from './passport';
export { showReconciliation, bookSchema, resolveSchema, type Reconciliation } from './reconciliation';
export { verifyTrail, verifyTrailSchema, type TrailVerdict } from './verify-trail';
export { partnersQuerySchema, reasonSchema, type PartnersQuery } from './schemas';
