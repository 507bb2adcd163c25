@echo off
rem Called by the start scripts: finds a Java 17 or newer and leaves it in JAVA, or says what is wrong and fails.
rem Words in Chinese stand in files of their own: cmd reads a script in the machine's code page.
chcp 65001 >nul
set "JAVA=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "JAVA_FOUND="
"%JAVA%" --version >nul 2>&1
if not errorlevel 1 goto version
"%JAVA%" -version >nul 2>&1
if not errorlevel 1 goto old
type "%~dp0no-java.txt" 1>&2
exit /b 1
:version
for /f "tokens=2 delims=. " %%v in ('"%JAVA%" --version') do (
    set "JAVA_FOUND=%%v"
    goto compare
)
:compare
if "%JAVA_FOUND%"=="" goto old
if %JAVA_FOUND% GEQ 17 exit /b 0
:old
echo %JAVA% %JAVA_FOUND% 1>&2
type "%~dp0old-java.txt" 1>&2
exit /b 1
