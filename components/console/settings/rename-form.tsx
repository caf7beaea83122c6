'use client';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Form, FormSubmit, FormText } from '@/components/ui/form';
import { useNotice } from '@/components/ui/toast';
import { request } from '@/lib/client/request';
import { useApiForm } from '@/lib/client/use-api-form';
import { projectName } from '../projects/project-name';

interface RenameProjectFormProps {
  readonly projectId: string;
  readonly name: string;
  readonly onDone: () => void;
}

/** The project's name, for people only: programs know its id. */
export default function RenameProjectForm({ projectId, name, onDone }: RenameProjectFormProps) {
  const router = useRouter();
  const notice = useNotice();
  const bound = useApiForm({
    id: 'rename-project',
    schema: (z) => z.object({ name: projectName(z) }),
    defaultValues: { name },
    submit: (body) => request<void>(`/api/console/projects/${projectId}`, { method: 'PATCH', body }),
    onDone: (_, values) => {
      const undo = async () => {
        await request(`/api/console/projects/${projectId}`, { method: 'PATCH', body: { name } });
        router.refresh();
      };
      notice({ title: `Renamed to “${values.name}”`, undo: { label: 'Undo', onUndo: () => void undo() } });
      router.refresh();
      onDone();
    },
  });
  return (
    <Form bound={bound} className="max-w-xl space-y-4">
      <FormText
        name="name"
        label="Project name"
        hint="For people. Programs know the project by its id."
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-2">
        <FormSubmit pendingLabel="Renaming project">Rename project</FormSubmit>
        <Button variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
