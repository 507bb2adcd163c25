@echo off
rem The front door of the project on Windows: run.cmd alone lists the tasks.
setlocal
set "ROOT=%~dp0"
if "%~1"=="" goto tasks
where mvn >nul 2>&1 || (echo Maven is needed: install it and put it on the PATH. 1>&2 & exit /b 1)
where javac >nul 2>&1 || if not exist "%JAVA_HOME%\bin\javac.exe" (echo A JDK 17 or newer is needed: install it and set JAVA_HOME. 1>&2 & exit /b 1)
set "TASK=%~1"
set "REST="
:rest
shift
if "%~1"=="" goto go
set REST=%REST% %1
goto rest
:go
if "%TASK%"=="test" (call mvn -B -ntp -f "%ROOT%pom.xml" verify %REST% & goto end)
if "%TASK%"=="dist" (call mvn -B -ntp -f "%ROOT%pom.xml" pre-integration-test -DskipTests -Dsmp.no-archive=false %REST% & goto end)
if "%TASK%"=="format" (call mvn -q -B -f "%ROOT%pom.xml" spotless:apply %REST% & goto end)
if "%TASK%"=="demo" goto demo
echo There is no task %TASK%. 1>&2
:tasks
echo run.cmd test [maven options]          builds, and runs the tests
echo run.cmd demo [--port N] [--home DIR]  builds, and starts a server to try, on this machine only; Ctrl-C ends it
echo run.cmd dist [maven options]          makes install\target\SMP-version.zip
echo run.cmd format                        formats the sources
if not "%TASK%"=="" exit /b 2
exit /b 0
:demo
call mvn -q -B -ntp -f "%ROOT%pom.xml" package -DskipTests -Dspotless.check.skip
if errorlevel 1 exit /b 1
echo %REST% | findstr /c:"--home" >nul || set REST=%REST% --home "%ROOT%target\demo"
call "%ROOT%install\target\SMP\bin\smp.cmd" demo %REST%
:end
exit /b %errorlevel%
