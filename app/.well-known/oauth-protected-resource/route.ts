// The same document as …/partner/v1 beside it, for those who look for it without the resource's path.
export { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } from './partner/v1/route';
