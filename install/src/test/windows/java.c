/* a stand-in for java.exe: says what it was asked with, in UTF-8 */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
static void say(FILE *to, const wchar_t *text) {
    char utf8[8192]; WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL); fputs(utf8, to);
}
int wmain(int argc, wchar_t **argv) {
    const wchar_t *version = _wgetenv(L"STUB_VERSION"); if (!version) version = L"17.0.9";
    if (argc == 2 && !wcscmp(argv[1], L"--version")) {
        if (!wcsncmp(version, L"1.", 2)) { fputs("Unrecognized option: --version\n", stderr); return 1; }
        fputs("openjdk ", stdout); say(stdout, version); fputs(" 2024-10-17\n", stdout); return 0;
    }
    if (argc == 2 && !wcscmp(argv[1], L"-version")) { fputs("openjdk version \"", stderr); say(stderr, version); fputs("\"\n", stderr); return 0; }
    for (int i = 1; i < argc; i++) { fputs("[", stdout); say(stdout, argv[i]); fputs("]\n", stdout); }
    const wchar_t *code = _wgetenv(L"STUB_EXIT"); return code ? _wtoi(code) : 0;
}
