/* Loaded before libc into a process under test (LD_PRELOAD). It looks at the calls that change files below one folder,
   records them, and makes the one that it is told to fail.

   FAULTS_FOLDER  the folder
   FAULTS_LOG     the file that records are appended to; without it nothing is recorded

   A record, little-endian: u8 operation, u16 and u16 lengths of two paths, i64 offset, i64 length of the data, then both
   paths and the data. Operations: C created, W written, T cut to `offset`, S flushed, D folder flushed, U removed,
   R renamed, L linked, M folder made, X folder removed, N a note of the process itself. Paths are relative to the folder.

   Memory mapped for writing is not seen: SQLite maps only its -shm file, which it makes anew after a cut. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { LONGEST = 4096 };
enum kind { NO_KIND, WRITE, SYNC, OPEN, RENAME, UNLINK, TRUNCATE, FOLDER };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static char watched[LONGEST];
static size_t watched_length;
static int log_file = -1;

static enum kind armed_kind;
static long armed_number, counted;
static int armed_error, armed_lasting, was_reached;

/* The next definition of a function after this library's own. */
#define NEXT(name) ({ static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name); next; })

/* Held from before the real call until its record is written, so that the records stand in the order of the calls. */
#define LOCKED(body) do { pthread_mutex_lock(&mutex); int kept; body; kept = errno; pthread_mutex_unlock(&mutex); \
                          errno = kept; } while (0)

__attribute__((constructor)) static void begin(void)
{
    const char *folder = getenv("FAULTS_FOLDER"), *log = getenv("FAULTS_LOG");
    if (!folder || !realpath(folder, watched))
        return;
    watched_length = strlen(watched);
    if (log)
        log_file = NEXT(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The part of a path below the folder; NULL when it lies elsewhere. */
static const char *below(const char *path)
{
    if (!watched_length || strncmp(path, watched, watched_length))
        return NULL;
    path += watched_length;
    return *path == '/' ? path + 1 : *path ? NULL : path;
}

static const char *path_of(int file, char *path)
{
    char link[64];
    if (!watched_length)
        return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, LONGEST - 1);
    if (length < 0)
        return NULL;
    path[length] = 0;
    return strstr(path, " (deleted)") ? NULL : below(path);
}

static const char *path_at(int folder, const char *name, char *path)
{
    char base[LONGEST] = "", link[64];
    if (!watched_length)
        return NULL;
    if (name[0] == '/') {
        snprintf(path, LONGEST, "%s", name);
        return below(path);
    }
    if (folder == AT_FDCWD) {
        if (!getcwd(base, sizeof base))
            return NULL;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        ssize_t length = readlink(link, base, sizeof base - 1);
        base[length < 0 ? 0 : length] = 0;
    }
    if (strlen(base) + strlen(name) + 2 > LONGEST)
        return NULL;
    strcat(strcat(strcpy(path, base), "/"), name);
    return below(path);
}

static void record(char operation, const char *path, const char *other, int64_t offset, int64_t length, const void *data)
{
    uint8_t code = (uint8_t)operation;
    uint16_t first = (uint16_t)strlen(path), second = (uint16_t)strlen(other);
    struct iovec parts[] = {{&code, 1}, {&first, 2}, {&second, 2}, {&offset, 8}, {&length, 8},
                            {(void *)path, first}, {(void *)other, second}, {(void *)data, (size_t)length}};
    if (log_file >= 0 && syscall(SYS_writev, log_file, parts, 8) < 0)
        abort(); /* a record that is missing would make a harness believe what is not so */
}

/* Counts a call, with the mutex held; whether it is one that has to fail. */
static int must_fail(enum kind kind)
{
    if (kind != armed_kind)
        return 0;
    counted++;
    if (counted != armed_number && !(armed_lasting && counted > armed_number))
        return 0;
    was_reached = 1;
    errno = armed_error;
    return 1;
}

/* -- for the process itself */

void faults_arm(int kind, long number, int error, int lasting)
{
    LOCKED(armed_kind = kind; armed_number = number; armed_error = error; armed_lasting = lasting;
           counted = 0; was_reached = 0);
}

int faults_reached(void)
{
    return was_reached;
}

long faults_counted(void)
{
    return counted;
}

void faults_note(const char *text)
{
    LOCKED(record('N', "", "", 0, (int64_t)strlen(text), text));
}

/* -- opening */

static int opened(int (*next)(int, const char *, int, ...), int folder, const char *name, int flags, mode_t mode)
{
    char space[LONGEST];
    int result = -1;
    int writes = (flags & O_ACCMODE) != O_RDONLY || flags & (O_CREAT | O_TRUNC);
    const char *path = writes ? path_at(folder, name, space) : NULL;
    if (!path)
        return next(folder, name, flags, mode);
    LOCKED({
        int was_there = access(space, F_OK) == 0;
        if (!must_fail(OPEN)) {
            result = next(folder, name, flags, mode);
            if (result >= 0 && !was_there && flags & O_CREAT)
                record('C', path, "", 0, 0, NULL);
            else if (result >= 0 && flags & O_TRUNC)
                record('T', path, "", 0, 0, NULL);
        }
    });
    return result;
}

#define MODE mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int openat(int folder, const char *name, int flags, ...) { MODE return opened(NEXT(openat), folder, name, flags, mode); }
int openat64(int folder, const char *name, int flags, ...) { MODE return opened(NEXT(openat64), folder, name, flags, mode); }
int open(const char *name, int flags, ...) { MODE return opened(NEXT(openat), AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE return opened(NEXT(openat64), AT_FDCWD, name, flags, mode); }

/* -- writing */

ssize_t write(int file, const void *data, size_t length)
{
    char space[LONGEST];
    ssize_t result = -1;
    const char *path = file == log_file ? NULL : path_of(file, space);
    if (!path)
        return NEXT(write)(file, data, length);
    LOCKED({
        if (!must_fail(WRITE)) {
            result = NEXT(write)(file, data, length);
            if (result > 0)
                record('W', path, "", lseek(file, 0, SEEK_CUR) - result, result, data);
        }
    });
    return result;
}

static ssize_t written_at(int file, const void *data, size_t length, off64_t offset)
{
    char space[LONGEST];
    ssize_t result = -1;
    const char *path = path_of(file, space);
    if (!path)
        return NEXT(pwrite64)(file, data, length, offset);
    LOCKED({
        if (!must_fail(WRITE)) {
            result = NEXT(pwrite64)(file, data, length, offset);
            if (result > 0)
                record('W', path, "", offset, result, data);
        }
    });
    return result;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t offset) { return written_at(file, data, length, offset); }
ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset) { return written_at(file, data, length, offset); }

/* Copies within the kernel are refused as a file system may refuse them: the callers then read and write. */
ssize_t sendfile(int out, int in, off_t *offset, size_t length)
{
    char space[LONGEST];
    if (path_of(out, space)) { errno = ENOSYS; return -1; }
    return NEXT(sendfile)(out, in, offset, length);
}

ssize_t sendfile64(int out, int in, off64_t *offset, size_t length)
{
    char space[LONGEST];
    if (path_of(out, space)) { errno = ENOSYS; return -1; }
    return NEXT(sendfile64)(out, in, offset, length);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags)
{
    char space[LONGEST];
    if (path_of(out, space)) { errno = ENOSYS; return -1; }
    return NEXT(copy_file_range)(in, from, out, to, length, flags);
}

static int cut(int file, off64_t length)
{
    char space[LONGEST];
    int result = -1;
    const char *path = path_of(file, space);
    if (!path)
        return NEXT(ftruncate64)(file, length);
    LOCKED({
        if (!must_fail(TRUNCATE) && !(result = NEXT(ftruncate64)(file, length)))
            record('T', path, "", length, 0, NULL);
    });
    return result;
}

int ftruncate(int file, off_t length) { return cut(file, length); }
int ftruncate64(int file, off64_t length) { return cut(file, length); }

/* -- flushing */

static int flushed(int (*next)(int), int file)
{
    char space[LONGEST];
    struct stat about;
    int result = -1;
    const char *path = path_of(file, space);
    if (!path)
        return next(file);
    LOCKED({
        if (!must_fail(SYNC) && !(result = next(file)) && !fstat(file, &about))
            record(S_ISDIR(about.st_mode) ? 'D' : 'S', path, "", 0, 0, NULL);
    });
    return result;
}

int fsync(int file) { return flushed(NEXT(fsync), file); }
int fdatasync(int file) { return flushed(NEXT(fdatasync), file); }

/* -- names */

#define CHANGED(kind, folder, name, call, operation) \
    char space[LONGEST]; int result = -1; const char *path = path_at(folder, name, space); \
    if (!path) return call; \
    LOCKED(if (!must_fail(kind) && !(result = call)) record(operation, path, "", 0, 0, NULL)); \
    return result;

int unlink(const char *name) { CHANGED(UNLINK, AT_FDCWD, name, NEXT(unlink)(name), 'U') }
int rmdir(const char *name) { CHANGED(UNLINK, AT_FDCWD, name, NEXT(rmdir)(name), 'X') }
int mkdir(const char *name, mode_t mode) { CHANGED(FOLDER, AT_FDCWD, name, NEXT(mkdir)(name, mode), 'M') }

int unlinkat(int folder, const char *name, int flags)
{
    CHANGED(UNLINK, folder, name, NEXT(unlinkat)(folder, name, flags), flags & AT_REMOVEDIR ? 'X' : 'U')
}

int mkdirat(int folder, const char *name, mode_t mode)
{
    CHANGED(FOLDER, folder, name, NEXT(mkdirat)(folder, name, mode), 'M')
}

#define MOVED(from, old_name, to, new_name, call, operation) \
    char one[LONGEST], two[LONGEST]; int result = -1; \
    const char *first = path_at(from, old_name, one), *second = path_at(to, new_name, two); \
    if (!second) return call; \
    LOCKED(if (!must_fail(RENAME) && !(result = call)) record(operation, first ? first : "", second, 0, 0, NULL)); \
    return result;

int rename(const char *name, const char *other)
{
    MOVED(AT_FDCWD, name, AT_FDCWD, other, NEXT(rename)(name, other), 'R')
}

int renameat(int from, const char *name, int to, const char *other)
{
    MOVED(from, name, to, other, NEXT(renameat)(from, name, to, other), 'R')
}

int link(const char *name, const char *other)
{
    MOVED(AT_FDCWD, name, AT_FDCWD, other, NEXT(link)(name, other), 'L')
}

int linkat(int from, const char *name, int to, const char *other, int flags)
{
    MOVED(from, name, to, other, NEXT(linkat)(from, name, to, other, flags), 'L')
}
