import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.js';

const worthAnotherTry = new Set(['OFFLINE', 'INTERNAL', 'RATE_LIMITED']);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiError && worthAnotherTry.has(error.code),
    },
  },
});
