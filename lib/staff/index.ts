// The lender's own people.
export { requireStaffPermission, staffMay, staffPermissions, type StaffPermission } from './permissions';
