// The lender's own people.
export { completeEnrolment, createFirstAdmin, readEnrolment, type EnrolmentLink } from './enrolment';
export { namesOfPeople } from './names';
export { requireStaffPermission, staffMay, type StaffPermission } from './permissions';
