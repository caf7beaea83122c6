import { Skeleton } from '@/components/ui/skeleton';

export default function ConsoleLoading() {
  return <Skeleton lines={4} />;
}
